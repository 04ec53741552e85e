"""Maps as text, for those who hear them or work on with them: headings and tables, in HTML or Markdown."""
