package main

import (
	"debug/elf"
	"encoding/json"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/provenance/record"
)

// TestDescription holds server.json to what the registry of servers asks for, to the
// program and to the container.
func TestDescription(t *testing.T) {
	src, err := os.ReadFile("server.json")
	if err != nil {
		t.Fatal(err)
	}
	var d struct {
		Schema      string `json:"$schema"`
		Name        string
		Title       string
		Description string
		Version     string
		Repository  struct{ URL, Source, Subfolder string }
		Packages    []struct {
			RegistryType, Identifier, RuntimeHint string
			Transport                             struct{ Type string }
			RuntimeArguments, PackageArguments    []argument
		}
	}
	if err := json.Unmarshal(src, &d); err != nil {
		t.Fatal(err)
	}
	container, err := os.ReadFile("Containerfile")
	if err != nil {
		t.Fatal(err)
	}
	_, version, _ := strings.Cut(record.Tool, " ")
	for what, ok := range map[string]bool{
		"name":             regexp.MustCompile(`^[a-zA-Z0-9.-]+/[a-zA-Z0-9._-]+$`).MatchString(d.Name) && len(d.Name) <= 200,
		"title":            d.Title != "" && len(d.Title) <= 100,
		"description":      d.Description != "" && len(d.Description) <= 100,
		"version":          d.Version == version,
		"subfolder":        d.Repository.Subfolder == "mcp" && d.Repository.Source == "github",
		"label of name":    strings.Contains(string(container), `io.modelcontextprotocol.server.name="`+d.Name+`"`),
		"label of version": strings.Contains(string(container), `image.version="`+version+`"`),
		"one package":      len(d.Packages) == 1,
	} {
		if !ok {
			t.Errorf("%s: %s", what, src)
		}
	}
	p := d.Packages[0]
	if p.RegistryType != "oci" || p.Transport.Type != "stdio" || !strings.HasSuffix(p.Identifier, ":"+version) {
		t.Errorf("package %+v", p)
	}
	var args []string
	for _, a := range p.PackageArguments {
		args = append(args, a.Name, a.Value)
	}
	if o, err := parse(args, os.Stderr); err != nil || o.against.String() != "/transcripts" {
		t.Errorf("the program takes %v as %+v, %v", args, o, err)
	}
	if cmd, _ := json.Marshal(args); !strings.Contains(string(container), "CMD "+strings.ReplaceAll(string(cmd), ",", ", ")) {
		t.Errorf("the container starts otherwise than with %s", cmd)
	}
	for _, a := range p.RuntimeArguments {
		for _, name := range regexp.MustCompile(`\{(\w+)\}`).FindAllStringSubmatch(a.Value, -1) {
			if _, ok := a.Variables[name[1]]; !ok {
				t.Errorf("%s: nothing tells what %s is", a.Name, name[0])
			}
		}
	}
}

type argument struct {
	Type, Name, Value string
	Variables         map[string]any
}

// TestStandsAlone: the program, built as the container builds it, needs no file of a
// system.
func TestStandsAlone(t *testing.T) {
	f, err := elf.Open(serverProgram)
	if err != nil {
		t.Skipf("no program of Linux: %v", err)
	}
	defer f.Close()
	for _, p := range f.Progs {
		if p.Type == elf.PT_INTERP {
			t.Error("it is linked to libraries of the system")
		}
	}
}
