import json
from dataclasses import replace

from reports import REPORT, finding

from indikator_rules.finding import Report
from indikator_rules.reporters.to_json import to_json, to_jsonl

KEYS = [
    *(
        "code",
        "name",
        "severity",
        "field",
        "path",
        "node",
        "row",
        "rows",
        "location",
        "also_at",
        "text",
        "span",
        "message",
    ),
    *("reason", "suggestion", "repair", "basis", "aspect", "principle", "lke", "fingerprint", "waiver", "known"),
]


def test_a_report_has_the_parts_of_the_contract_in_order():
    written = json.loads(to_json(REPORT))
    assert list(written) == ["schema", "tool", "pack", "input", "summary", "findings", "assessments", "stage"]
    assert written["schema"] == "1"
    assert written["tool"]["name"] == "indikator-rules"
    assert written["pack"] == {"name": "baku", "version": "0.1.0", "profile": "pemda", "hash": "00ff"}
    assert written["input"] == {"hash": "ff00"}


def test_the_summary_counts_what_is_not_waived():
    assert json.loads(to_json(REPORT))["summary"] == {
        "nodes": 1,
        "indicators": 1,
        "findings": {"galat": 1, "peringatan": 1, "catatan": 1, "tanya": 0},
        "not_assessable": 2,
        "waived": 1,
        "known": 0,
        "principles": {
            "selaras": {"met": 0, "judged": 0, "share": None},
            "terukur": {"met": 2, "judged": 3, "share": 0.6667},
        },
        "lke": {
            "Rumusan tujuan dan sasaran menggambarkan kondisi kinerja yang akan dicapai": {
                "number": "1.b.4",
                "met": 1,
                "judged": 3,
                "share": 0.3333,
            }
        },
    }


def test_a_finding_has_every_key_and_null_for_what_is_absent():
    written = json.loads(to_json(REPORT))["findings"]
    assert [list(each) for each in written] == [KEYS] * 4
    assert written[0]["span"] == [0, 12]
    assert written[0]["location"]["table_row"] == 3
    assert written[0]["location"]["cell"] is None
    assert [place["table_row"] for place in written[0]["also_at"]] == [8]
    assert written[1]["waiver"]["pejabat"] == "Sekretaris Daerah"
    assert written[3]["row"] is None
    assert written[3]["text"] is None


def test_assessments_say_why():
    assert json.loads(to_json(REPORT))["assessments"][0] == {
        "path": "",
        "row": None,
        "code": "T05",
        "status": "tidak-dapat-dinilai",
        "because": "polarisasi kosong",
    }


def test_lines_hold_the_same_findings_and_end_with_the_summary():
    *findings, last = map(json.loads, to_jsonl(REPORT))
    whole = json.loads(to_json(REPORT))
    assert findings == whole["findings"]
    assert last == {"summary": whole["summary"]}


def test_an_empty_report_is_one_line_of_summary():
    assert len(list(to_jsonl(Report(())))) == 1


def test_equal_reports_give_equal_bytes():
    assert to_json(REPORT) == to_json(replace(REPORT))


def test_text_is_kept_as_written_on_one_line():
    odd = 'Kutip “ganda” " dan \n baris \x1b[31m'
    (line, _) = to_jsonl(Report((finding(text=odd),)))
    assert line.count("\n") == 1
    assert json.loads(line)["text"] == odd
