package eval

import (
	"bufio"
	"os"
	"strconv"
	"strings"
	"testing"
)

// TestFloors takes every measurement and holds it to floors.tsv, whose figures
// only rise.
func TestFloors(t *testing.T) {
	dir := Dir()
	if dir == "" {
		t.Skip("no ../shared beside the module: the labelled data is not here")
	}
	if testing.Short() {
		t.Skip("measurements take a minute; run without -short")
	}
	floors := readFloors(t)
	for _, s := range Sets() {
		t.Run(s.Name, func(t *testing.T) {
			figures, err := s.Run(dir, func(string, ...any) {})
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range figures {
				t.Log(f)
				if floor, ok := floors[f.Name]; ok && f.Value < floor {
					t.Errorf("%s is %.4f, below its floor %.4f", f.Name, f.Value, floor)
				}
				if ceiling, ok := floors[f.Name+"↓"]; ok && f.Value > ceiling {
					t.Errorf("%s is %.4f, above its ceiling %.4f", f.Name, f.Value, ceiling)
				}
				delete(floors, f.Name)
				delete(floors, f.Name+"↓")
			}
		})
	}
	for name := range floors {
		t.Errorf("floors.tsv names %q, which nothing measures", name)
	}
}

func readFloors(t *testing.T) map[string]float64 {
	f, err := os.Open("floors.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	floors := map[string]float64{}
	for sc := bufio.NewScanner(f); sc.Scan(); {
		name, value, ok := strings.Cut(sc.Text(), "\t")
		if strings.HasPrefix(name, "#") || name == "" {
			continue
		}
		v, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
		if !ok || err != nil {
			t.Fatalf("floors.tsv: %q is not NAME<tab>NUMBER", sc.Text())
		}
		floors[name] = v
	}
	return floors
}
