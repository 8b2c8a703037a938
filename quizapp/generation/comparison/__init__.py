"""Texts about one subject laid side by side: two sentences that tell the same and give another value.

Only characters are read, so that a page can ask again without a parse. What is found here states nothing: it
holds back what one of the two sentences would otherwise be asked about.
"""
