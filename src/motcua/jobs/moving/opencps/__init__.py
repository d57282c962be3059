"""What an OpenCPS installation exports of its configuration, read and put into our terms.

Shapes are those of its public schemas and table definitions (docs/how-to/come-from-opencps.md); no
code of it is here. All but `files` is pure.
"""
