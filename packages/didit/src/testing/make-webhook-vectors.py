"""Writes webhook-vectors.json: deliveries as Didit's server makes them, signed by Python itself.

    python3 packages/didit/src/testing/make-webhook-vectors.py

Python's json.dumps is the oracle: neither our client nor our emulator has a word in it. Same input, same bytes.
"""

import hashlib
import hmac
import json
import pathlib

SECRET = "vector-secret_0123456789-abcdefghijklmnopqr"
AT = 1_774_970_000
ENVELOPE = {"event_id": "5b1d2c3e-0000-4000-8000-00000000000", "webhook_type": "status.updated", "timestamp": AT, "created_at": AT - 6}

PAYLOADS = {
    "plain": {"session_id": "11111111-2222-4333-8444-555555555555", "status": "Approved"},
    "accents, scripts and quotes": {"status": "In Review", "vendor_data": "Åsa \"Ñandú\" O'Čapek / 李 / Ελένη / محمد \\ end"},
    "whole floats are ints": {"score": 100.0, "zero": 0.0, "minus": -3.0, "list": [1.0, 2.5, [4.0]]},
    "floats": {"a": 0.1, "b": 89.92, "c": 1 / 3, "d": -0.5, "e": 5e-324, "f": 1.7976931348623157e308, "g": 2.220446049250313e-16},
    "small exponents": {"a": 1e-7, "b": 1.5e-05, "c": -2.5e-12, "d": 0.0001},
    "large exponents": {"a": 1.5e16, "b": 1.2345e21, "c": 9.9e22, "d": -4.2e100},
    "floats that are whole and huge": {"a": 1e16, "b": 1e22, "c": 2.0**70, "d": -(2.0**64)},
    "big integers": {"a": 2**53 + 1, "b": 2**63, "c": 12345678901234567890123, "d": -(2**64) - 1},
    "integer-like keys": {"10": "a", "9": "b", "100": "c", "1": "d", "01": "e", "-1": "f", "metadata": {"2": 1, "11": 2}},
    "keys beyond the first plane": {"\uff21": 1, "\U0001f600": 2, "\ue000": 3, "z": 4, "é": 5},
    "astral characters": {"vendor_data": "😀 𝒳 𠜎 👩‍👩‍👧 🇪🇸", "metadata": {"🙂": "🙃"}},
    "control characters": {"a": "\x00\x01\x1f\b\f\n\r\t", "b": "\x7f\x80\x9f", "c": "\u2028\u2029\ufeff"},
    "backslashes before a u": {"a": "\\u00e9", "b": "\\\\u00e9 é", "c": "\\\"é\\", "d": "/path\\to\\ü"},
    "key order": {"b": 1, "a": {"z": [], "y": {}, "x": None}, "B": True, "A": False, "_": 0, "": "no name"},
    "nested decision": {
        "session_id": "22222222-3333-4444-8555-666666666666",
        "status": "Declined",
        "workflow_version": 4,
        "decision": {
            "id_verifications": [{"node_id": "feature_ocr_1", "first_name": "Zoë", "score": 97.0, "warnings": [{"risk": "Ü", "log": None}]}],
            "face_matches": [{"score": 87.31, "similarity": 1e-9}],
            "reviews": [],
        },
    },
    "no session": {"webhook_type": "user.status.updated", "status": "BLOCKED", "previous_status": "ACTIVE"},
    "nulls among the signed values": {"session_id": None, "status": None},
    "business": {"session_id": "33333333-4444-4555-8666-777777777777", "session_kind": "business", "status": "Awaiting User"},
}


def shorten_floats(value):
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, dict):
        return {key: shorten_floats(item) for key, item in value.items()}
    if isinstance(value, list):
        return [shorten_floats(item) for item in value]
    return value


def sign(text):
    return hmac.new(SECRET.encode("utf-8"), text.encode("utf-8"), hashlib.sha256).hexdigest()


def vector(number, name, fields):
    payload = {**ENVELOPE, **fields}
    payload["event_id"] += format(number, "x").zfill(2)[-1]
    short = shorten_floats(payload)
    raw = json.dumps(short, sort_keys=True, separators=(",", ":"))
    canonical = json.dumps(short, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    simple = ":".join(str(payload.get(key, "")) for key in ("timestamp", "session_id", "status", "webhook_type"))
    return {
        "name": name,
        "raw": raw,
        "canonical": canonical,
        "signatures": {"raw": sign(raw), "v2": sign(canonical), "simple": sign(simple)},
    }


vectors = [vector(number, name, fields) for number, (name, fields) in enumerate(PAYLOADS.items())]
target = pathlib.Path(__file__).with_name("webhook-vectors.json")
target.write_text(json.dumps({"secret": SECRET, "at": AT, "vectors": vectors}, indent=2) + "\n", encoding="ascii")
