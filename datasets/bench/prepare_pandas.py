"""The benchmark's task as a data engineer writes it with pandas: parse, validate, drop duplicates, sample by class,
write csv.gz, hash. Usage: prepare_pandas.py RAW.csv OUT.csv.gz ROWS SEED"""

import hashlib
import sys

import pandas as pd

TYPES = {
    "step": "int32",
    "type": "category",
    "amount": "float64",
    "nameOrig": "str",
    "oldbalanceOrg": "float64",
    "newbalanceOrig": "float64",
    "nameDest": "str",
    "oldbalanceDest": "float64",
    "newbalanceDest": "float64",
    "isFraud": "int8",
    "isFlaggedFraud": "int8",
}
KINDS = ["CASH_IN", "CASH_OUT", "DEBIT", "PAYMENT", "TRANSFER"]
NUMBERS = [name for name, kind in TYPES.items() if kind not in ("category", "str")]


def read(path):
    """Numbers that cannot be read become missing and are refused with the other invalid rows."""
    try:
        return pd.read_csv(path, dtype=TYPES)
    except ValueError:
        rows = pd.read_csv(path, dtype={name: "category" if name == "type" else "str" for name in TYPES})
        for name in NUMBERS:
            rows[name] = pd.to_numeric(rows[name], errors="coerce")
        return rows


def valid(rows):
    return (
        rows.notna().all(axis=1)
        & rows["step"].between(1, 100_000)
        & rows["type"].isin(KINDS)
        & (rows["amount"] >= 0)
        & (rows["oldbalanceOrg"] >= 0)
        & (rows["oldbalanceDest"] >= 0)
        & rows["isFraud"].isin([0, 1])
    )


def sample(rows, size, seed):
    if len(rows) <= size:
        return rows
    drawn = rows.groupby("isFraud").sample(frac=size / len(rows), random_state=seed)
    return drawn.sort_values("step", kind="stable")


def main(raw, out, size, seed):
    rows = read(raw)
    read_rows = len(rows)
    rows = rows[valid(rows)]
    refused = read_rows - len(rows)
    distinct = rows.drop_duplicates()
    drawn = sample(distinct, size, seed)
    drawn.to_csv(out, index=False, compression="gzip")
    with open(out, "rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    print(f"read {read_rows} refused {refused} copies {len(rows) - len(distinct)} kept {len(drawn)} sha256 {digest}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
