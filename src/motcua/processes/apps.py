from django.apps import AppConfig


class ProcessesConfig(AppConfig):
    name = "motcua.processes"
    label = "processes"
