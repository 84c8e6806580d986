-- What a person does in Neovim, without the person: opens a broken manifest, awaits the findings, asks for hover,
-- completion and code actions, applies the one that creates the missing connector, and sees the finding gone.
--
-- CONNECTORLINT names the program, FOLDER a folder with tenant.yaml.
local folder = os.getenv('FOLDER')
local file = folder .. '/tenant.yaml'

local function fail(message)
  io.stderr:write('neovim: ' .. message .. '\n')
  vim.cmd('cquit 1')
end

local function check(condition, message)
  if not condition then
    fail(message)
  end
  io.stdout:write('ok: ' .. message .. '\n')
end

local function find(list, matches)
  for _, item in ipairs(list) do
    if matches(item) then
      return item
    end
  end
end

local ok, problem = pcall(function()
  vim.cmd('edit ' .. file)
  local buffer = vim.api.nvim_get_current_buf()
  local client = vim.lsp.start_client({ name = 'connectorlint', cmd = { os.getenv('CONNECTORLINT'), 'lsp', '--as-of', '2026-11-24' }, root_dir = folder })
  check(client and vim.lsp.buf_attach_client(buffer, client), 'the language server starts')

  local function has(code)
    return find(vim.diagnostic.get(buffer), function(finding) return finding.code == code end)
  end

  local function request(method, parameters)
    local answers, trouble = vim.lsp.buf_request_sync(buffer, method, parameters, 20000)
    check(answers and answers[client] and not answers[client].err, method .. ' is answered' .. (trouble and (': ' .. trouble) or ''))
    return answers[client].result
  end

  local function at(line, column)
    return { textDocument = { uri = vim.uri_from_bufnr(buffer) }, position = { line = line, character = column } }
  end

  check(vim.wait(20000, function() return has('CL1002') end), 'the missing connector is found')
  local finding = has('CL1002')

  local hover = request('textDocument/hover', at(12, 5))
  check(hover and #hover.contents.value > 20, 'hover says something')

  local completion = request('textDocument/completion', at(5, 13))
  check(find(completion.items, function(item) return item.label == 'onPremises' end), 'completion offers the allowed values')

  local place = { line = finding.lnum, character = finding.col }
  local actions = request('textDocument/codeAction', {
    textDocument = { uri = vim.uri_from_bufnr(buffer) },
    range = { start = place, ['end'] = place },
    context = { diagnostics = {} },
  })
  local create = find(actions, function(action) return vim.startswith(action.title, 'Create the missing outbound') end)
  check(create, 'a code action creates the missing connector')
  vim.lsp.util.apply_workspace_edit(create.edit, vim.lsp.get_client_by_id(client).offset_encoding or 'utf-16')
  check(vim.fn.search('To our servers', 'nw') > 0, 'the connector is in the buffer')
  check(vim.wait(20000, function() return not has('CL1002') end), 'the finding is gone')

  vim.cmd('write')
  vim.lsp.stop_client(client)
  check(vim.wait(20000, function() return vim.lsp.get_client_by_id(client) == nil or vim.lsp.get_client_by_id(client).is_stopped() end), 'the language server ends')
end)

if not ok then
  fail(tostring(problem))
end
vim.cmd('qall!')
