"""Text and pictures that run on from page to page: blocks, the strips that they are cut into, and pages of these."""
