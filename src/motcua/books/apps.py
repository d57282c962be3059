from django.apps import AppConfig


class BooksConfig(AppConfig):
    name = "motcua.books"
    label = "books"
