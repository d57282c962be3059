"""What accountants read: books, refunds, settlements, differences."""
