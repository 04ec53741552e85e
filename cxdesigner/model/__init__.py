"""Records, the document that holds them, and what one can do to them."""

import os

# What other programs have installed as plugins has no say in our records, and looking for them reads the metadata of
# every package there is.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
