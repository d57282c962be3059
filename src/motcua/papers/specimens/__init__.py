"""Invented dossiers to look at a form with before it is used: nobody in them exists."""
