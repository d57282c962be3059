"""What people see of partners and messages."""
