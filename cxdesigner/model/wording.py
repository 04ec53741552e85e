"""What is wrong with a value, in words."""

from __future__ import annotations

from typing import Any, Final

from pydantic import ValidationError

from cxdesigner.sentences import Sentence, say

_WANTED: Final = {
    "string_type": say("a text"),
    "bool_type": say("true or false"),
    "tuple_type": say("a list"),
    "model_type": say("an object"),
    "dict_type": say("an object"),
    "float_type": say("a number"),
    "int_type": say("a number"),
}


def in_words(kind: str, message: str, context: dict[str, Any], value: Any) -> Sentence:
    """Say what a validation found wrong with a value, so that it can follow the name of its field."""
    if kind in _WANTED:
        return say("should be {wanted}, not {found}", wanted=_WANTED[kind], found=described(value))
    if kind == "finite_number":
        return say("should be a finite number")
    if kind == "missing":
        return say("is missing")
    if kind == "string_too_short":
        return say("is empty")
    if kind == "string_too_long":
        return say("is longer than {most:,} characters", most=context["max_length"])
    # Ours carry a sentence (see `values`); what pydantic says of anything else is in no translation.
    said = context.get("sentence")
    return said if isinstance(said, Sentence) else say(message)


def described(value: Any) -> Sentence:
    """Say what kind of value this is, as JSON has them."""
    if value is None:
        return say("null")
    if isinstance(value, bool):
        return say("true") if value else say("false")
    if isinstance(value, str):
        return say("a text")
    if isinstance(value, list | tuple):
        return say("a list")
    return say("an object") if isinstance(value, dict) else say("a number")


def noun(kind: type[object]) -> Sentence:
    """Name a class of records, such as "card"."""
    return say(kind.__name__.lower())


def field_words(name: str) -> Sentence:
    """Name a field of a record, such as "brand feeling"."""
    return say(name.strip("_").replace("_", " "))


def refusal(error: ValidationError) -> Sentence:
    """Say in a sentence why the first value that does not fit was refused."""
    first = error.errors(include_url=False)[0]
    kind, context, value = first["type"], first.get("ctx", {}), first["input"]
    field = field_words(str(first["loc"][0]))
    if kind == "string_too_long":
        return say(
            "The {field} is {n:,} characters long; the most is {most:,}.",
            field=field,
            n=len(value),
            most=context["max_length"],
        )
    message = in_words(kind, first["msg"], context, value)
    return (
        say("The {field} {message}.", field=field, message=message)
        if message.startswith(("is ", "should "))
        else say("The {field}: {message}.", field=field, message=message)
    )
