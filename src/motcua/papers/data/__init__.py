"""What each paper says, ready to print: one frozen dataclass a paper, one module a family.

Texts are Vietnamese words; instants are aware `datetime`s, days are `date`s, money is `int` in
fields that end in `_vnd`: the press puts them in words. Empty text, None and () leave their line out.
"""
