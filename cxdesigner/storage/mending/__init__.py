"""From damaged bytes to a project: what is legible in them, and how it becomes what a reader takes."""
