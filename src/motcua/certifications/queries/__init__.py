"""The registers of certifications as read."""
