"""Télécharge une diffusion et la lit. · Downloads a release and reads it.

export CARREFOUR_TOKEN="$(npx carrefour token)"
python3 read_release.py partenaires-demo-1
"""
import collections
import csv
import os
import sys
import urllib.request

hub = os.environ.get("CARREFOUR_URL", "http://127.0.0.1:4000")
release = sys.argv[1] if len(sys.argv) > 1 else "partenaires-demo-1"
path = f"{release}.csv"

request = urllib.request.Request(
    f"{hub}/data/releases/{path}",
    headers={"Authorization": f"Bearer {os.environ['CARREFOUR_TOKEN']}"},
)
with urllib.request.urlopen(request) as answer, open(path, "wb") as file:
    while block := answer.read(1_000_000):
        file.write(block)

# « utf-8-sig » retire la marque d'ordre des octets. · It takes off the byte order mark.
with open(path, encoding="utf-8-sig", newline="") as file:
    records = list(csv.DictReader(file))

print(len(records), "fiches · records")
for group, count in sorted(collections.Counter(record["regionGroup"] for record in records).items()):
    print(group, count)
