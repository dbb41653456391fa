"""Pages to print and send: minutes, programme, leadership and MED page, as Markdown and HTML.

A page is plain data first (``sheet``); two templates draw every page. No names, only counts.
"""
