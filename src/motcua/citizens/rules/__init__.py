"""Pure rules of citizens: contacts, codes, names, memberships, closing."""
