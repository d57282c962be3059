"""Announcing, and writing down each minute that was asked."""
