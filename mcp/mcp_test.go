package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/quoteprov/quoteprov/provenance/record"
)

func readStructured(t *testing.T, r *sdk.CallToolResult, out any) {
	t.Helper()
	src, err := json.Marshal(r.StructuredContent)
	if err == nil && out != nil {
		err = json.Unmarshal(src, out)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// printed is what the checker prints.
func printed(t *testing.T, args ...string) string {
	t.Helper()
	out, err := exec.Command(checkerProgram, args...).Output()
	if exit, ok := err.(*exec.ExitError); err != nil && (!ok || exit.ExitCode() != 1) {
		t.Fatalf("checker %v: %v", args, err)
	}
	return string(out)
}

// attachedTo is the record that is attached to an answer.
func attachedTo(t *testing.T, r *sdk.CallToolResult) string {
	t.Helper()
	for _, c := range r.Content {
		if e, ok := c.(*sdk.EmbeddedResource); ok {
			return e.Resource.Text
		}
	}
	t.Fatal("no record is attached")
	return ""
}

// same tells where two texts part.
func same(t *testing.T, what, got, want string) {
	t.Helper()
	if got == want {
		return
	}
	a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range a {
		if i >= len(b) || a[i] != b[i] {
			t.Fatalf("%s: line %d is %q, the command's %q", what, i+1, a[i], b[min(i, len(b)-1)])
		}
	}
	t.Fatalf("%s: %d bytes, the command has %d", what, len(got), len(want))
}

// TestSameRecord: a client gets what the command prints, byte for byte, of the reports
// of the bundled example, of a list of quotes and of two versions.
func TestSameRecord(t *testing.T) {
	doors(t, func(t *testing.T, c *sdk.ClientSession) {
		for _, name := range []string{"altered", "translation", "truncation"} {
			path := "testdata/reports/" + name + ".txt"
			src, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			r := call(t, c, "verify_quotes", map[string]any{"text": string(src), "name": path, "record": true}, nil)
			same(t, path, attachedTo(t, r), printed(t, "-against", speeches, "-format", "json", path))
			same(t, path+" as text", firstText(r), printed(t, "-against", speeches, path))
		}
		quotes := []Claim{
			{Quote: "We have lost nearly 900 nurses to Belmora", Speaker: "Tobias Renn", Source: "budget-statement.txt", ID: "7"},
			{Quote: "We lost 90 nurses to Belmora & Kestria <2020>", Source: speeches + "/budget-statement.txt"},
		}
		list := t.TempDir() + "/quotes.jsonl"
		var lines []byte
		for _, q := range quotes {
			line, _ := json.Marshal(q)
			lines = append(append(lines, line...), '\n')
		}
		if err := os.WriteFile(list, lines, 0o600); err != nil {
			t.Fatal(err)
		}
		r := call(t, c, "verify_quotes", map[string]any{
			"quotes": quotes, "name": list, "record": true, "transcripts": []string{"budget-statement"},
		}, nil)
		same(t, "quotes", attachedTo(t, r), printed(t, "-against", speeches+"/budget-statement.txt", "-format", "json", "-quotes", list))

		old, new := "testdata/reports/altered.txt", "testdata/reports/translation.txt"
		r = call(t, c, "compare_versions", map[string]any{"old": version(t, old), "new": version(t, new), "record": true}, nil)
		same(t, "versions", attachedTo(t, r), printed(t, "diff", "-format", "json", old, new))
		same(t, "versions as text", firstText(r), printed(t, "diff", old, new))
	})
}

func version(t *testing.T, path string) map[string]any {
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return map[string]any{"text": string(src), "name": path}
}

const draft = `“We have lost nearly 900 nurses to Belmora and to Kestria since 2020,” Tobias Renn said. ` +
	`“Inflation remains too high. It was 9.2 percent in September,” he said.`

// TestAnswers: each tool gives typed answers with places and plain words.
func TestAnswers(t *testing.T) {
	doors(t, func(t *testing.T, c *sdk.ClientSession) {
		var v VerifyOut
		call(t, c, "verify_quotes", map[string]any{"text": draft, "name": "draft.txt"}, &v)
		if len(v.Quotes) != 2 || v.Notice != record.Notice {
			t.Fatalf("got %+v", v)
		}
		right, wrong := v.Quotes[0], v.Quotes[1]
		if right.Verdict != "verbatim" || right.Source == nil || !strings.HasPrefix(right.Source.Text, "We have lost nearly 900") {
			t.Errorf("got %+v", right)
		}
		if wrong.Plain != "differs from this transcript" || wrong.Speaker != "Tobias Renn" ||
			wrong.Differences[0].Kind != "number" || wrong.Differences[0].Said != "7.2" {
			t.Errorf("got %+v", wrong)
		}
		if at := wrong.Place; at.Name != "draft.txt" || at.Line != 1 || draft[at.Bytes[0].Start:at.Bytes[0].End] != "Inflation remains too high. It was 9.2 percent in September," {
			t.Errorf("it stands at %+v", at)
		}
		if at := wrong.Source.Place; said(t, at) != wrong.Source.Text {
			t.Errorf("%+v says %q, not %q", at, said(t, at), wrong.Source.Text)
		}

		var f FindOut
		call(t, c, "find_source", map[string]any{"words": "almost nine hundred nurses have gone to Belmora and Kestria since 2020"}, &f)
		if len(f.Places) == 0 || f.Places[0].Name != speeches+"/budget-statement.txt" || f.Places[0].Speaker != "Tobias Renn" {
			t.Errorf("got %+v", f)
		}
		call(t, c, "find_source", map[string]any{"words": "the moons of Jupiter were counted by candlelight in a monastery garden"}, &f)
		if f.Found {
			t.Errorf("got %+v", f)
		}

		var l ListOut
		call(t, c, "list_quotes", map[string]any{"text": draft}, &l)
		if len(l.Quotes) != 2 || l.Quotes[1].Speaker != "Tobias Renn" || l.Quotes[1].Mention != "he" || l.Quotes[1].Kind != "direct" {
			t.Errorf("got %+v", l)
		}

		var d CompareOut
		call(t, c, "compare_versions", map[string]any{
			"old": map[string]any{"text": "We keep the boats. The pier is open. We need 30 men by May."},
			"new": map[string]any{"text": "We keep the boats. The pier is open. We need 90 men by May."},
		}, &d)
		if d.Same || len(d.Passages) != 1 || d.Passages[0].Fate != "edited" || d.Differences[0].Kind != "number" || d.Differences[0].Quoted != "90" {
			t.Errorf("got %+v", d)
		}
		call(t, c, "compare_versions", map[string]any{
			"old": map[string]any{"transcript": "budget-statement"}, "new": map[string]any{"transcript": "budget-statement.txt"},
		}, &d)
		if !d.Same {
			t.Errorf("a transcript differs from itself: %+v", d)
		}
	})
}

// said is what stands at a place of a transcript, on one line.
func said(t *testing.T, at Place) string {
	src, err := os.ReadFile(at.Name)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, s := range at.Bytes {
		out = append(out, strings.Fields(string(src[s.Start:s.End]))...)
	}
	return strings.Join(out, " ")
}

// TestTeaches: a client learns from the lists what the tools do and take.
func TestTeaches(t *testing.T) {
	doors(t, func(t *testing.T, c *sdk.ClientSession) {
		if !strings.HasSuffix(c.InitializeResult().Instructions, record.Notice) {
			t.Errorf("instructions: %q", c.InitializeResult().Instructions)
		}
		tools, err := c.ListTools(t.Context(), nil)
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, x := range tools.Tools {
			names = append(names, x.Name)
			if x.Description == "" || !x.Annotations.ReadOnlyHint || x.OutputSchema == nil {
				t.Errorf("%s: %+v", x.Name, x)
			}
			untaught(t, x.Name, x.InputSchema)
		}
		slices.Sort(names)
		if got := fmt.Sprint(names); got != "[compare_versions find_source list_quotes verify_quotes]" {
			t.Error(got)
		}
	})
}

// untaught fails for each property of a schema that is not described.
func untaught(t *testing.T, at string, schema any) {
	s, ok := schema.(map[string]any)
	if !ok {
		return
	}
	properties, _ := s["properties"].(map[string]any)
	for name, p := range properties {
		if d, _ := p.(map[string]any)["description"].(string); d == "" {
			t.Errorf("%s.%s has no description", at, name)
		}
		untaught(t, at+"."+name, p)
	}
	untaught(t, at+"[]", s["items"])
}

// TestResources: the transcripts, and nothing else of the machine, can be read.
func TestResources(t *testing.T) {
	doors(t, func(t *testing.T, c *sdk.ClientSession) {
		list, err := c.ListResources(t.Context(), nil)
		if err != nil {
			t.Fatal(err)
		}
		entries, _ := os.ReadDir(speeches)
		if len(list.Resources) == 0 || len(list.Resources) > len(entries) {
			t.Fatalf("%d resources of %d files", len(list.Resources), len(entries))
		}
		for _, r := range list.Resources {
			got, err := c.ReadResource(t.Context(), &sdk.ReadResourceParams{URI: r.URI})
			if err != nil {
				t.Fatal(err)
			}
			src, err := os.ReadFile(r.Name)
			text, plain := got.Contents[0].Text, strings.HasSuffix(r.Name, ".txt")
			if err != nil || plain && text != string(src) || r.Size != int64(len(text)) {
				t.Errorf("%s: %d bytes, the file has %d: %v", r.URI, len(text), len(src), err)
			}
			if text == "" || strings.Contains(text, "-->") {
				t.Errorf("%s: %q is not what one reads", r.URI, text)
			}
		}
		for _, uri := range []string{
			"transcript:go.mod", "transcript:" + speeches + "/../../go.mod", "transcript:" + speeches, "file:///etc/passwd",
			"transcript:/etc/passwd", "transcript:%2e%2e/go.mod", "transcript:", "",
		} {
			if got, err := c.ReadResource(t.Context(), &sdk.ReadResourceParams{URI: uri}); err == nil {
				t.Errorf("%q was read: %v", uri, got.Contents[0])
			}
		}
	})
}
