package speech

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
)

func TestSeedsDump(t *testing.T) {
	dir := "../../shared"
	src, err := os.ReadFile(filepath.Join(dir, "gold/seeds.json"))
	if err != nil {
		t.Skip("no ../shared beside the module")
	}
	var g struct {
		Reports []string
		Quotes  []struct{ Report, Kind, Text, Speaker string }
	}
	json.Unmarshal(src, &g)
	for _, r := range g.Reports {
		b, _ := os.ReadFile(filepath.Join(dir, "seeds", r))
		d := normalize.Text(r, b)
		t.Log("==", r)
		hit := map[string]bool{}
		for _, q := range Quotes(d) {
			var x []string
			for _, s := range q.Spans {
				x = append(x, d.Read(s))
			}
			s := strings.Join(x, " || ")
			sp := "nil"
			if q.Speaker != nil {
				sp = q.Speaker.Name + " (" + d.Read(q.Speaker.Mention) + ")"
			}
			t.Log(q.Kind, "|", s, "|", d.Read(q.Cue), "|", sp)
			for _, w := range g.Quotes {
				if w.Report == r && w.Text == s {
					hit[s] = true
				}
			}
		}
		for _, w := range g.Quotes {
			if w.Report == r && !hit[w.Text] && w.Kind != "title" {
				t.Log("MISS", w.Kind, w.Text)
			}
		}
	}
}
