"""The REST door for partner systems, version 1 under `v1`.

Owns the shape of requests and answers, the problem documents and the OpenAPI description. It does
not decide anything: every answer is one command or a few queries of the apps below.
"""
