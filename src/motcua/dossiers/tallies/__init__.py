"""Stays and tallies: kept with each fact, proved against the facts, counted again when need be."""
