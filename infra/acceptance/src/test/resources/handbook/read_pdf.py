"""What a reader finds in the PDF that is named, as JSON; white space and hyphens left out, as lines are broken anywhere."""

import json
import re
import sys

from pypdf import PdfReader

reader = PdfReader(sys.argv[1])
root = reader.trailer["/Root"]
pages = [page.extract_text() for page in reader.pages]
text = "".join(pages)
print(json.dumps({
    "title": reader.metadata.title,
    "language": root.get("/Lang"),
    "tagged": "/StructTreeRoot" in root and bool(root.get("/MarkInfo", {}).get("/Marked")),
    "outline": [entry.title for entry in reader.outline if not isinstance(entry, list)],
    "mails": sorted({mail for page in pages for mail in re.findall(r"[\w.+-]+@[\w.-]+\w", page)}),
    "text": re.sub(r"[\s\u00ad\u2010-]", "", text),
}))
