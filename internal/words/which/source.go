package main

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// Who reads a list is known to the source alone. A list is asked for by a call
// with its name in it, mostly in a variable of a package; whoever names the
// variable reads the list. The sure way is to check types; parsing is enough,
// since a variable that is shadowed shows one reader too many, no more.

const (
	module = "github.com/quoteprov/quoteprov"
	loader = module + "/internal/words"
)

// A source is the Go files of the module, without tests.
type source struct {
	fset  *token.FileSet
	files []*file
	asks  []ask
}

type file struct {
	*ast.File
	path    string            // from the module's root, with slashes
	imports map[string]string // name in the file → folder of a package of the module
}

// An ask is one call that asks for lists.
type ask struct {
	kind     string // the function: Set, Phrases, …
	file     string
	list     string // "" for all of a file
	at       place
	folder   string
	variable string // the package's variable that keeps the list, or ""
}

type place struct {
	path string
	line int
}

// readSource parses the module that a folder is in.
func readSource(folder string) (*source, error) {
	root, err := moduleRoot(folder)
	if err != nil {
		return nil, err
	}
	s := newSource()
	err = fs.WalkDir(os.DirFS(root), ".", func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && p != "." && (d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".") || ownModule(root, p)):
			return fs.SkipDir
		case d.IsDir() || !strings.HasSuffix(p, ".go") || strings.HasSuffix(p, "_test.go"):
			return nil
		}
		text, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(p)))
		if err != nil {
			return err
		}
		return s.parse(p, text)
	})
	return s, err
}

func newSource() *source { return &source{fset: token.NewFileSet()} }

func ownModule(root, p string) bool {
	_, err := os.Stat(filepath.Join(root, filepath.FromSlash(p), "go.mod"))
	return err == nil
}

// moduleRoot is the folder of go.mod above a folder.
func moduleRoot(folder string) (string, error) {
	dir, err := filepath.Abs(folder)
	if err != nil {
		return "", err
	}
	for !ownModule(dir, ".") {
		if dir == filepath.Dir(dir) {
			return "", fmt.Errorf("%s: no go.mod here or above", folder)
		}
		dir = filepath.Dir(dir)
	}
	return dir, nil
}

// parse reads one Go file, by its path from the module's root.
func (s *source) parse(p string, text []byte) error {
	tree, err := parser.ParseFile(s.fset, p, text, parser.SkipObjectResolution)
	if err != nil {
		return err
	}
	f := &file{File: tree, path: p, imports: map[string]string{}}
	for _, i := range tree.Imports {
		from, _ := strconv.Unquote(i.Path.Value)
		if folder, ok := strings.CutPrefix(from, module+"/"); ok {
			as := path.Base(folder)
			if i.Name != nil {
				as = i.Name.Name
			}
			f.imports[as] = folder
		}
	}
	s.files = append(s.files, f)
	s.askedIn(f)
	return nil
}

// askedIn notes the calls of a file that ask for lists.
func (s *source) askedIn(f *file) {
	for _, d := range f.Decls {
		general, ok := d.(*ast.GenDecl)
		if !ok {
			s.calls(f, d, "")
			continue
		}
		for _, spec := range general.Specs {
			v, ok := spec.(*ast.ValueSpec)
			if !ok {
				continue
			}
			for i, value := range v.Values {
				name := ""
				if len(v.Names) == len(v.Values) {
					name = v.Names[i].Name
				}
				s.calls(f, value, name)
			}
		}
	}
}

// calls notes the calls below a node that ask for lists.
func (s *source) calls(f *file, n ast.Node, variable string) {
	ast.Inspect(n, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		kind, names := f.asked(call)
		if kind == "" {
			return true
		}
		a := ask{kind: kind, file: names[0], at: s.place(f, call), folder: path.Dir(f.path), variable: variable}
		if len(names) == 1 {
			s.asks = append(s.asks, a)
		}
		for _, a.list = range names[1:] {
			s.asks = append(s.asks, a)
		}
		return true
	})
}

func (s *source) place(f *file, n ast.Node) place {
	return place{f.path, s.fset.Position(n.Pos()).Line}
}

// asked is the function of the loader that a call calls and the names in it.
func (f *file) asked(call *ast.CallExpr) (kind string, names []string) {
	fun := call.Fun
	if x, ok := fun.(*ast.IndexExpr); ok {
		fun = x.X // Values[int]
	}
	sel, ok := fun.(*ast.SelectorExpr)
	if !ok {
		return "", nil
	}
	x, ok := sel.X.(*ast.Ident)
	if !ok || module+"/"+f.imports[x.Name] != loader {
		return "", nil
	}
	switch sel.Sel.Name {
	case "Set", "Phrases", "Groups", "Values", "PhraseValues", "Letters", "Read":
	default:
		return "", nil
	}
	for _, arg := range call.Args {
		if lit, ok := arg.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			name, _ := strconv.Unquote(lit.Value)
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return "", nil
	}
	return sel.Sel.Name, names
}

// asksFor are the calls that ask for a list, or for all lists of its file.
func (s *source) asksFor(file, list string) []ask {
	var asks []ask
	for _, a := range s.asks {
		if a.file == file && (a.list == list || a.list == "") {
			asks = append(asks, a)
		}
	}
	return asks
}

// readers are the lines of Go files that read a list, a file in each entry:
// “asked for in speech/words.go:12”, “read in speech/turns.go:3, 40”.
func (s *source) readers(file, list string) []string {
	var out []string
	at := map[place]bool{}
	for _, a := range s.asksFor(file, list) {
		as := cmp.Or(a.variable, a.kind)
		out = append(out, fmt.Sprintf("asked for in %s:%d as %s", a.at.path, a.at.line, as))
		s.uses(a.folder, a.variable, at, map[string]bool{})
	}
	lines := map[string][]int{}
	for p := range at {
		lines[p.path] = append(lines[p.path], p.line)
	}
	var read []string
	for p, list := range lines {
		slices.Sort(list)
		numbers := strings.Trim(strings.ReplaceAll(fmt.Sprint(list), " ", ", "), "[]")
		read = append(read, fmt.Sprintf("read in %s:%s", p, numbers))
	}
	slices.Sort(read)
	return append(out, read...)
}

// uses notes where a variable of a package is named, and the variables that are
// made from it.
func (s *source) uses(folder, variable string, at map[place]bool, seen map[string]bool) {
	if variable == "" || seen[folder+"."+variable] {
		return
	}
	seen[folder+"."+variable] = true
	for _, f := range s.files {
		for _, d := range f.Decls {
			general, ok := d.(*ast.GenDecl)
			if !ok {
				s.usesIn(f, d, folder, variable, at)
				continue
			}
			for _, spec := range general.Specs {
				if v, ok := spec.(*ast.ValueSpec); ok && s.usesIn(f, v, folder, variable, at) {
					for _, name := range v.Names {
						s.uses(path.Dir(f.path), name.Name, at, seen)
					}
				}
			}
		}
	}
}

// usesIn notes where a variable is named below a node of a file, and reports
// whether it is. A field, and a variable that is declared, only bear the name.
func (s *source) usesIn(f *file, n ast.Node, folder, variable string, at map[place]bool) (found bool) {
	below := func(n ast.Node) { found = s.usesIn(f, n, folder, variable, at) || found }
	name := func(n ast.Node, as, in string) {
		if as == variable && in == folder {
			at[s.place(f, n)], found = true, true
		}
	}
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			if x, ok := n.X.(*ast.Ident); ok {
				name(n, n.Sel.Name, f.imports[x.Name])
			}
			below(n.X)
			return false
		case *ast.ValueSpec:
			for _, v := range n.Values {
				below(v)
			}
			return false
		case *ast.Ident:
			name(n, n.Name, path.Dir(f.path))
		}
		return true
	})
	return found
}
