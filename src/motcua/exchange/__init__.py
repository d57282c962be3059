"""Two installations pass dossiers to each other: signed, in order, as often as it takes, once.

What is told is written beside the act it tells of and sent by a worker; the desk never waits for the
other side. What comes is kept first and carried out afterwards, in its order.
"""
