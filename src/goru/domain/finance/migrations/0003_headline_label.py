from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("finance", "0002_unlimited_text"),
    ]

    operations = [
        migrations.AlterField(
            model_name="statedtotal",
            name="basis",
            field=models.CharField(
                choices=[
                    ("headline", "총 재정투입(계획서의 총액)"),
                    ("plan", "자체 집계"),
                    ("summary-table", "총괄표"),
                    ("body-money", "본문 재정투입 합계"),
                    ("body-tasks", "본문 과제 합계"),
                    ("strategy", "총괄표 전략 합계"),
                    ("grand", "총괄표 총계"),
                ],
                max_length=20,
            ),
        ),
    ]
