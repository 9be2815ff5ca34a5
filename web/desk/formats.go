package desk

// A Format is one that an answer can be saved in.
type Format struct {
	Name  string // what the command calls it
	Words string // for people
	File  string // the name of the file
	Type  string // of its content
}

// Formats are all formats, those for people first.
func Formats() []Format {
	return []Format{
		{"html", "a page (HTML)", "quotes.html", "text/html; charset=utf-8"},
		{"text", "plain text", "quotes.txt", "text/plain; charset=utf-8"},
		{"markdown", "Markdown", "quotes.md", "text/markdown; charset=utf-8"},
		{"json", "data (JSON)", "quotes.json", "application/json"},
		{"jsonl", "data, a line a report (JSON Lines)", "quotes.jsonl", "application/x-ndjson"},
		{"webannotation", "annotations (W3C)", "quotes.annotations.json", "application/ld+json"},
		{"claimreview", "drafts of reviews (ClaimReview)", "quotes.claimreview.json", "application/ld+json"},
		{"sarif", "code scanning (SARIF)", "quotes.sarif", "application/sarif+json"},
		{"junit", "test results (JUnit)", "quotes.junit.xml", "application/xml"},
		{"github", "lines for a workflow (GitHub)", "quotes.github.txt", "text/plain; charset=utf-8"},
	}
}
