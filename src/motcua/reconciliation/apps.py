from django.apps import AppConfig


class ReconciliationConfig(AppConfig):
    name = "motcua.reconciliation"
    label = "reconciliation"
