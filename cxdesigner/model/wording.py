"""What is wrong with a value, in words."""

from __future__ import annotations

from typing import Any, Final

from pydantic import ValidationError

from cxdesigner.sentences import say

_WANTED: Final = {
    "string_type": "a text",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "model_type": "an object",
    "dict_type": "an object",
    "float_type": "a number",
    "int_type": "a number",
}


def in_words(kind: str, message: str, context: dict[str, Any], value: Any) -> str:
    """Say what a validation found wrong with a value, so that it can follow the name of its field."""
    if kind in _WANTED:
        return f"should be {_WANTED[kind]}, not {described(value)}"
    if kind == "finite_number":
        return "should be a finite number"
    if kind == "missing":
        return "is missing"
    if kind == "string_too_short":
        return "is empty"
    if kind == "string_too_long":
        return f"is longer than {context['max_length']:,} characters"
    return message


def described(value: Any) -> str:
    """Say what kind of value this is, as JSON has them."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return "a text"
    if isinstance(value, list | tuple):
        return "a list"
    return "an object" if isinstance(value, dict) else "a number"


def refusal(error: ValidationError) -> str:
    """Say in a sentence why the first value that does not fit was refused."""
    first = error.errors(include_url=False)[0]
    kind, context, value = first["type"], first.get("ctx", {}), first["input"]
    field = str(first["loc"][0]).strip("_").replace("_", " ")
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
