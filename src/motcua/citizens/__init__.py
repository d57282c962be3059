"""Citizens: the accounts people open themselves, the organizations they act for, what they agreed to.

Owns who a citizen is and how he is reached. It does not own his dossiers (`dossiers`), how codes
reach him (a sender given by the entrance), nor the pages (`portal`).
"""
