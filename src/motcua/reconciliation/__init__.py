"""Every day what lies in tills, receipts, orders, statements and books is compared; each difference is
named, with what is likely and what to do next, and stays listed until it is gone.

Owns differences, their explanations, and the days that were reconciled. It changes no money.
"""
