"""Maps on paper: on several pages, as posters on sheets to glue, and what stands around them."""
