"""A citizen's way in and his account, under /tai-khoan/. Decides nothing: commands of `citizens` do."""
