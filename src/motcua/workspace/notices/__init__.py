"""The room of notices: what citizens were told and how it went, and the words they are told in."""
