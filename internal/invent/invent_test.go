package invent

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// TestRulesAreThere holds every hole of every rule to a rule.
func TestRulesAreThere(t *testing.T) {
	for name, list := range rules() {
		for _, a := range list {
			for _, hole := range strings.Split(a, "<")[1:] {
				rule, _, _ := strings.Cut(hole, ">")
				if name != "frame" && rules()[strings.TrimSuffix(rule, "?")] == nil {
					t.Errorf("%s: no rule %s", name, rule)
				}
			}
		}
	}
}

func TestSameCaseAgain(t *testing.T) {
	for i := range uint64(50) {
		if a, b := Seeded(i), Seeded(i); !reflect.DeepEqual(a, b) {
			t.Fatalf("seed %d: %+v and %+v", i, a, b)
		}
		data := bytes.Repeat([]byte(fmt.Sprint(i)), 20)
		if a, b := From(data), From(slices.Clone(data)); !reflect.DeepEqual(a, b) {
			t.Fatalf("bytes %q: %+v and %+v", data, a, b)
		}
	}
	if reflect.DeepEqual(Seeded(1), Seeded(2)) {
		t.Error("two seeds make one case")
	}
}

// TestCasesAreSmall: a fuzzer makes thousands of them in a minute.
func TestCasesAreSmall(t *testing.T) {
	for i := range uint64(500) {
		if c := Seeded(i); len(c.Transcript) > 8000 || len(c.Report) > 8000 || len(c.Quotes) == 0 || len(c.Said) == 0 {
			t.Errorf("seed %d: %d and %d bytes, %d quotes", i, len(c.Transcript), len(c.Report), len(c.Quotes))
		}
	}
}
