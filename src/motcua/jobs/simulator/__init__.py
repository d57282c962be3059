"""Carriers on this machine, for trying and for tests: a mail server and a gateway for SMS and Zalo that
really take messages over SMTP and HTTP, keep them in a folder and show them on a page. Nothing leaves
the machine. Plain Python: it knows nothing of the office."""
