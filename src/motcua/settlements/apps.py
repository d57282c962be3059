from django.apps import AppConfig


class SettlementsConfig(AppConfig):
    name = "motcua.settlements"
    label = "settlements"
