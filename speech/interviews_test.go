package speech_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/normalize/html"
	"github.com/quoteprov/quoteprov/normalize/markdown"
	"github.com/quoteprov/quoteprov/speech"
)

// told are the quotes of a page with their speakers, a line each.
func told(t *testing.T, name, page string) string {
	t.Helper()
	d, err := normalize.Read(name, []byte(page), html.Read, markdown.Read)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, q := range speech.Quotes(d) {
		who := ""
		if q.Speaker != nil {
			who = q.Speaker.Name
		}
		out = append(out, who+": "+d.Read(q.Spans[0]))
	}
	return strings.Join(out, "\n")
}

// TestNamesInRows: the names that a table or a list repeats, with numbers or remarks or
// nothing beside them, are no labels, and the report around them is none's answer.
func TestNamesInRows(t *testing.T) {
	const head, foot = "The board of Brenn met in the old customs house.\n\n",
		"\nThen the clerk put out the lamps. “Nobody leaves before the count,” said Mara Oke.\n"
	const want = "Mara Oke: Nobody leaves before the count,"
	rows := func(row ...string) string { return strings.Repeat(strings.Join(row, ""), 3) }
	table := "| Who | What |\n|---|---|\n"
	cell := "<tr><td>%s</td><td>%s</td></tr>"
	for _, c := range []struct{ name, file, rows string }{
		{"words", "a.md", table + rows("| Harbour | 4 |\n", "| Market | 9 |\n", "| Harbour | 2 |\n", "| Market | 3 |\n")},
		{"people", "a.md", table + rows("| Ida Brandt | 4 |\n", "| Olaf Reed | 9 |\n")},
		{"remarks", "a.md", table + rows("| Ida Brandt | Came late and took no part. |\n", "| Olaf Reed | Voted against the second pier. |\n")},
		{"parties", "a.md", table + rows("| Ida Brandt | Harbour Party of Brenn |\n", "| Olaf Reed | Market Party of Brenn |\n")},
		{"a list of names", "a.md", rows("- Harbour\n", "- Market\n")},
		{"a list of remarks", "a.md", rows("- Ida Brandt: took no part in it.\n", "- Olaf Reed: voted for the pier.\n")},
		{"a table of paragraphs", "a.html", "<table>" + rows(fmt.Sprintf(cell, "<p>Ida Brandt</p>", "<p>4</p>"), fmt.Sprintf(cell, "<p>Olaf Reed</p>", "<p>9</p>")) + "</table>"},
		{"a pasted table", "a.txt", rows("Ida Brandt\n4\n", "Olaf Reed\n9\n")},
		{"a pasted table with empty lines", "a.txt", rows("Ida Brandt\n\n4\n\n", "Olaf Reed\n\n9\n\n")},
		{"a score", "a.txt", rows("Brandt: 4\n\n", "Reed: 9\n\n")},
	} {
		page := head + c.rows + foot
		if strings.HasSuffix(c.file, "html") {
			page = "<html><body><article><p>" + head + "</p>" + c.rows + "<p>" + foot + "</p></article></body></html>"
		}
		if got := told(t, c.file, page); got != want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, want)
		}
	}
}

// TestInterviewsInRows: an interview in a table, in a list or in lines of its own is read,
// and neither the subheads nor what the reporter says behind the table or list are answers.
func TestInterviewsInRows(t *testing.T) {
	said := [...]string{
		"Ida Brandt", "Will you mend the second pier?", "Olaf Reed", "The masons come in April.",
		"Ida Brandt", "How long will that take them?", "Olaf Reed", "Our masons work fast.",
		"Ida Brandt", "And who is going to pay?", "Olaf Reed", "Every ship that lands there.",
	}
	want := ""
	for i := 0; i < len(said); i += 2 {
		want += "\n" + said[i] + ": " + said[i+1]
	}
	const foot = "\nThey spoke on the old pier of Brenn.\n"
	for _, c := range []struct{ name, file, row, foot string }{
		{"a table", "a.md", "| %s | %s |\n", foot},
		{"a list", "a.md", "- **%s:** %s\n", foot},
		{"cells", "a.html", "<tr><td>%s</td><td>%s</td></tr>", "</table><p>" + foot},
		{"cells of paragraphs", "a.html", "<tr><td>%s</td><td><p>%s</p></td></tr>", ""},
		{"lines", "a.txt", "%s\n%s\n\n", ""},
		{"paragraphs", "a.txt", "%s\n\n%s\n\n", ""},
		{"colons", "a.txt", "%s: %s\n\n", ""},
		{"subheads", "a.md", "**%s:** %s\n\n## Of piers and of masons\n\n", ""},
	} {
		page := "Two people of Brenn speak of the harbour.\n\n"
		switch {
		case strings.HasSuffix(c.file, "html"):
			page = "<html><body><article><p>" + page + "</p><table>"
		case c.row[0] == '|':
			page += "| Who | What |\n|---|---|\n"
		}
		for i := 0; i < len(said); i += 2 {
			page += fmt.Sprintf(c.row, said[i], said[i+1])
		}
		if got := told(t, c.file, page+c.foot); got != want[1:] {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, want[1:])
		}
	}
}
