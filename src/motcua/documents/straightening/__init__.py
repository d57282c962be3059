"""Photographs of papers made into pages: turned upright, squared, cut to the sheet, made small, joined.

It runs as a process of its own (`python -m motcua.documents.straightening`) with bounds on memory and
time: a picture that kills its reader kills nobody else. Nothing here knows of Django or of tables.
"""
