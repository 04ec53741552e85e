"""What a person can do to a project: pure functions `(document, …) -> Change | None`.

None means that it does not apply now. A change that would go past a limit raises `LimitReachedError`, a value that a
field does not take `InvalidValueError`; both say so in a sentence.
"""
