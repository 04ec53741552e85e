"""Maps as a table of a spreadsheet, a row a card, and projects made of such tables. A cell is data, never a formula."""
