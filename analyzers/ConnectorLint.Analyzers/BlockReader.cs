using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConnectorLint.Analyzers;

/// <summary>Finds the calls of cmdlets in one block of operations (a method, an initializer) by going through it in the order in which it runs.</summary>
internal sealed class BlockReader
{
    private readonly HostingTypes _hosting;
    private readonly CodeFile _file;
    private readonly CodeTextReader _texts;
    private readonly bool _isStrict;
    private readonly List<CodeCommand> _commands = [];

    // The command that parameters are added to, by what holds it: a local, a field, or the operation that makes it.
    private readonly Dictionary<object, CodeCommand> _open = new(new InstanceComparer());
    private readonly Dictionary<ISymbol, ParameterBag> _bags = new(SymbolEqualityComparer.Default);

    private BlockReader(HostingTypes hosting, CodeFile file, LocalValues locals, bool isStrict)
    {
        _hosting = hosting;
        _file = file;
        _texts = new CodeTextReader(file, locals);
        _isStrict = isStrict;
    }

    /// <summary>The calls in a block.</summary>
    /// <param name="operations">The operations of the block, in order.</param>
    /// <param name="hosting">The types of the hosting API.</param>
    /// <param name="file">The file of the block.</param>
    /// <param name="locals">The locals of the block.</param>
    /// <param name="isStrict">Whether a method that is handed a finished command may add to it.</param>
    public static IReadOnlyList<CodeCommand> Read(IReadOnlyList<IOperation> operations, HostingTypes hosting, CodeFile file, LocalValues locals, bool isStrict)
    {
        var reader = new BlockReader(hosting, file, locals, isStrict);
        foreach (var operation in operations)
            reader.Visit(operation);
        reader.Finish();
        return reader._commands;
    }

    private void Visit(IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation call:
                OnCall(call);
                break;
            case IObjectCreationOperation creation:
                OnCreation(creation);
                break;
            case IAnonymousObjectCreationOperation:
                OnEnvelope(operation);
                break;
            case IVariableDeclaratorOperation { Initializer.Value: { } value } declarator:
                Hold(declarator.Symbol, value, declarator);
                break;
            case ISimpleAssignmentOperation assignment:
                OnAssignment(assignment);
                break;
            case IReturnOperation { ReturnedValue: { } returned }:
                Leak(returned);
                break;
            case ILiteralOperation or IInterpolatedStringOperation or IBinaryOperation when operation.Type?.SpecialType == SpecialType.System_String:
                OnText(operation);
                break;
        }
    }

    private void OnCall(IInvocationOperation call)
    {
        var type = call.TargetMethod.ContainingType;
        if (_hosting.IsBuilder(type))
            OnBuilder(call);
        else if (call.Instance is IPropertyReferenceOperation { Instance: { } owner } property && _hosting.IsParameters(property.Type))
            OnParameters(call, owner);
        else if (call.Instance is { } instance && _hosting.IsCommands(instance.Type))
            OnCommands(call);
        else if (_hosting.RunsScript(call.TargetMethod))
            OnScript(call.Arguments, call);
        else
            OnOther(call);
    }

    private void OnBuilder(IInvocationOperation call)
    {
        // Create has no instance.
        if (call.Instance is null)
            return;
        var instance = InstanceOf(call);
        switch (call.TargetMethod.Name)
        {
            case "AddCommand":
                _open.Remove(instance);
                if (Operations.Argument(call.Arguments, 0) is { } name && CmdletNamed(name) is { } cmdlet)
                    _open[instance] = Add(new CodeCommand(cmdlet, CallKind.Hosting, Operations.Strip(name).Syntax.Span, call));
                break;
            case "AddParameter" when Opened(instance) is { } command:
                AddParameter(command, call, call.Arguments);
                break;
            case "AddParameters" when Opened(instance) is { } command:
                AddBag(command, Operations.Argument(call.Arguments, 0));
                break;
            case "AddArgument" when Opened(instance) is { } command:
                AddPositional(command, call);
                break;
            // What is added after a script is for its own parameters.
            case "AddScript":
                _open.Remove(instance);
                OnScript(call.Arguments, call);
                break;
            case "AddStatement" or "Clear":
                _open.Remove(instance);
                break;
            case var method when method.StartsWith("Invoke", StringComparison.Ordinal) || method.StartsWith("BeginInvoke", StringComparison.Ordinal):
                if (Opened(instance) is { } run)
                    run.IsRun = true;
                _open.Remove(instance);
                break;
        }
    }

    private void AddPositional(CodeCommand command, IInvocationOperation call)
    {
        var first = command.Cmdlet.FirstParameter;
        if (Operations.Argument(call.Arguments, 0) is { } value && !command.Parameters.Any(p => p.Site is IInvocationOperation { TargetMethod.Name: "AddArgument" } || Is(p, first)))
            command.Parameters.Add(new CodeParameter(first, value.Syntax.Span, value, call));
        else
            command.IsOpen = true;

        static bool Is(CodeParameter parameter, string name) => string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase);
    }

    // command.Parameters.Add(...)
    private void OnParameters(IInvocationOperation call, IOperation owner)
    {
        if (Opened(InstanceOf(owner)) is not { } command)
            return;
        if (call.TargetMethod.Name != "Add")
            command.IsOpen = true;
        else if (Operations.Argument(call.Arguments, 0) is { } argument && Operations.Strip(argument) is IObjectCreationOperation creation && _hosting.IsParameter(creation.Type))
            AddParameter(command, call, creation.Arguments);
        else
            AddParameter(command, call, call.Arguments);
    }

    // pipeline.Commands.Add("..."): its parameters are out of sight. A Command that is added here was found where it is made.
    private void OnCommands(IInvocationOperation call)
    {
        if (call.TargetMethod.Name == "Add" && Operations.Argument(call.Arguments, 0) is { } name && CmdletNamed(name) is { } cmdlet)
            Add(new CodeCommand(cmdlet, CallKind.Hosting, Operations.Strip(name).Syntax.Span, call)).IsOpen = true;
        if (call.TargetMethod.Name == "AddScript")
            OnScript(call.Arguments, call);
        // powerShell.Commands.Clear()
        if (call.TargetMethod.Name == "Clear" && call.Instance is IPropertyReferenceOperation { Instance: { } owner })
            _open.Remove(InstanceOf(owner));
    }

    private void OnOther(IInvocationOperation call)
    {
        if (call.Instance is { } instance && Operations.Referenced(instance) is { } holder && _bags.TryGetValue(holder, out var bag))
            OnBag(call, bag);
        OnArguments(call.Arguments, call);
    }

    private static void OnBag(IInvocationOperation call, ParameterBag bag)
    {
        if (call.TargetMethod.Name is "Remove" or "Clear")
        {
            if (call.Arguments.Length > 0 && Operations.Text(call.Arguments[0].Value) is { } name)
                bag.Remove(name);
            else
                bag.Parameters.ForEach(parameter => bag.Remove(parameter.Name));
        }
        else if (BagReader.Added(call) is { } added)
        {
            bag.Put(added, call.TargetMethod.Name == "TryAdd");
        }
        else if (call.TargetMethod.Name.StartsWith("Add", StringComparison.Ordinal))
        {
            bag.IsOpen = true;
        }
    }

    private void OnCreation(IObjectCreationOperation creation)
    {
        if (_hosting.IsCommand(creation.Type))
        {
            OnCommand(creation);
            return;
        }

        OnArguments(creation.Arguments, creation);
        if (creation.Initializer is not null)
            OnEnvelope(creation);
    }

    private void OnCommand(IObjectCreationOperation creation)
    {
        var isScript = Operations.Argument(creation.Arguments, 1)?.ConstantValue;
        if (isScript is { HasValue: true, Value: true })
            OnScript(creation.Arguments, creation);
        if (isScript is not null and not { HasValue: true, Value: false } || Operations.Argument(creation.Arguments, 0) is not { } name || CmdletNamed(name) is not { } cmdlet)
            return;

        var command = Add(new CodeCommand(cmdlet, CallKind.Hosting, Operations.Strip(name).Syntax.Span, creation));
        foreach (var member in creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            foreach (var call in (member as IMemberInitializerOperation)?.Initializer.Initializers.OfType<IInvocationOperation>() ?? [])
            {
                if (Operations.Argument(call.Arguments, 0) is { } argument && Operations.Strip(argument) is IObjectCreationOperation parameter && _hosting.IsParameter(parameter.Type))
                    AddParameter(command, call, parameter.Arguments);
                else
                    AddParameter(command, call, call.Arguments);
            }
        }

        if (Operations.AssignedTo(creation) is { } holder)
            _open[holder] = command;
        else
            command.IsRun = true;
    }

    private void OnScript(IEnumerable<IArgumentOperation> arguments, IOperation site)
    {
        if (arguments.FirstOrDefault(argument => argument.Parameter?.Type.SpecialType == SpecialType.System_String)?.Value is { } text)
            _commands.AddRange(ScriptReader.Read(_texts.Read(text), _file, site));
    }

    // JSON in a string, whatever sends it.
    private void OnText(IOperation text)
    {
        if (!Operations.IsPartOfText(text) && JsonBodyReader.Markers.Any(marker => _file.Has(marker, text.Syntax.Span)))
            _commands.AddRange(JsonBodyReader.Read(_texts.Read(text), _file, text));
    }

    // new { CmdletName = "...", Parameters = ... }, whatever makes and sends it.
    private void OnEnvelope(IOperation creation)
    {
        if (BagReader.Created(creation) is not { } envelope)
            return;
        if (envelope.Find("CmdletName") is { } name && CmdletNamed(name) is { } cmdlet)
            AddBag(Add(new CodeCommand(cmdlet, CallKind.Sent, Operations.Strip(name).Syntax.Span, creation) { IsRun = true }), envelope.Find("Parameters"));
        else if (envelope.Find("ResourceType") is { } type && Cmdlet.OfResource(Operations.Text(type)) is { } watched)
            AddWatched(new CodeCommand(watched, CallKind.Sent, Operations.Strip(type).Syntax.Span, creation) { IsRun = true }, envelope.Find("Properties"));
    }

    // A resource of Graph: its properties, or the client's object that has them as additional data. It may have others than a connector's.
    private void AddWatched(CodeCommand command, IOperation? properties)
    {
        if (properties is null || BagOf(properties) is not { } bag)
            return;
        if (bag.Find("AdditionalData") is { } data && BagOf(data) is { } inner)
            bag = inner;
        command.Parameters.AddRange(bag.Parameters.Where(parameter => command.Cmdlet.Knows(parameter.Name)));
        Add(command);
    }

    // A cmdlet's name beside names and values: code that hides the call in a method of its own.
    private void OnArguments(IEnumerable<IArgumentOperation> arguments, IOperation call)
    {
        Cmdlet? cmdlet = null;
        IOperation? name = null;
        foreach (var argument in arguments)
        {
            if (CmdletNamed(argument.Value) is { } found)
            {
                cmdlet = found;
                name = argument.Value;
            }
        }

        foreach (var argument in arguments)
        {
            if (cmdlet is not null && argument.Value != name && IsMeantFor(cmdlet, argument.Value))
            {
                AddBag(Add(new CodeCommand(cmdlet, CallKind.Sent, Operations.Strip(name!).Syntax.Span, call) { IsRun = true }), argument.Value);
                cmdlet = null;
            }

            Leak(argument.Value);
        }
    }

    private bool IsMeantFor(Cmdlet cmdlet, IOperation value)
    {
        if (BagOf(value) is { } bag)
            return bag.Parameters.Count == 0 ? bag.IsDictionary : bag.Parameters.Any(parameter => cmdlet.Knows(parameter.Name));
        // It can't be read, but it says that there is such a call.
        return BagReader.IsDictionary(Operations.Strip(value).Type);
    }

    private ParameterBag? BagOf(IOperation value) => Operations.Referenced(value) is { } holder ? (_bags.TryGetValue(holder, out var bag) ? bag : null) : BagReader.Created(value);

    private void AddBag(CodeCommand command, IOperation? value)
    {
        if (value is null || BagOf(value) is not { } bag)
        {
            command.IsOpen = true;
            return;
        }

        command.IsOpen |= bag.IsOpen || !bag.IsDictionary;
        command.Parameters.AddRange(bag.IsDictionary ? bag.Parameters : bag.Parameters.Where(parameter => command.Cmdlet.Knows(parameter.Name)));
    }

    private static void AddParameter(CodeCommand command, IOperation site, IEnumerable<IArgumentOperation> arguments)
    {
        if (Operations.Argument(arguments, 0) is { } name && Operations.Text(name) is { } text)
            command.Parameters.Add(new CodeParameter(text, Operations.Strip(name).Syntax.Span, Operations.Argument(arguments, 1), site));
        else
            command.IsOpen = true;
    }

    private void OnAssignment(ISimpleAssignmentOperation assignment)
    {
        if (assignment.Target is IPropertyReferenceOperation { Instance: { } instance } target)
        {
            if (Operations.Referenced(instance) is { } owner && _bags.TryGetValue(owner, out var bag))
            {
                if (BagReader.Assigned(assignment) is not { } parameter)
                    bag.IsOpen = true;
                else if (bag.Parameters.FirstOrDefault(p => string.Equals(p.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)) is { } before)
                    bag.Put(parameter, Operations.IsConditional(assignment, before.Site));
                else
                    bag.Put(parameter, false);
            }

            // powerShell.Commands = command
            if (_hosting.IsBuilder(target.Property.ContainingType))
            {
                _open.Remove(InstanceOf(instance));
                if (Opened(InstanceOf(assignment.Value)) is { } handed)
                    handed.IsRun = true;
            }
        }

        if (Operations.Referenced(assignment.Target) is { } holder)
            Hold(holder, assignment.Value, assignment);
    }

    // A variable is given a value: what it held is not its any more.
    private void Hold(ISymbol holder, IOperation value, IOperation site)
    {
        if (_open.TryGetValue(holder, out var command) && !site.Syntax.Span.Contains(command.Site.Syntax.Span))
            _open.Remove(holder);
        if (holder is not ILocalSymbol)
            return;
        if (_bags.TryGetValue(holder, out var before) && site is not IVariableDeclaratorOperation && IsInBranch(site, holder))
        {
            before.IsOpen = true;
            before.Parameters.ForEach(parameter => before.Remove(parameter.Name));
        }
        else if (BagReader.Created(value) is { } bag)
        {
            _bags[holder] = bag;
        }
        else
        {
            _bags.Remove(holder);
        }
    }

    private static bool IsInBranch(IOperation site, ISymbol holder)
    {
        for (var outer = site; outer.Parent is { } parent; outer = parent)
        {
            if (parent is IBlockOperation block && block.Locals.Contains(holder, SymbolEqualityComparer.Default))
                return outer is not IExpressionStatementOperation;
        }

        return false;
    }

    // Handed to code out of sight, which may add to it.
    private void Leak(IOperation value)
    {
        var stripped = Operations.Strip(value);
        if (Operations.Referenced(stripped) is { } holder && _bags.TryGetValue(holder, out var bag))
            bag.IsOpen = true;
        if (_hosting.IsBuilder(stripped.Type))
        {
            if (Opened(InstanceOf(stripped)) is { } command)
                command.IsOpen = true;
        }
        else if (_hosting.IsCommand(stripped.Type) && Opened(InstanceOf(stripped)) is { } made)
        {
            // The commonest shape hands a finished command to a method that runs it.
            made.IsRun = true;
            made.IsOpen |= _isStrict;
        }
    }

    // A field or a parameter goes on to live outside of the block.
    private void Finish()
    {
        foreach (var pair in _open)
        {
            if (pair.Key is ISymbol and not ILocalSymbol && !pair.Value.IsRun)
                pair.Value.IsOpen = true;
        }
    }

    private Cmdlet? CmdletNamed(IOperation name) => Cmdlet.Find(
        Operations.Text(name) ?? (Operations.Strip(name) is ILocalReferenceOperation or IFieldReferenceOperation && Operations.Strip(name).Type?.SpecialType == SpecialType.System_String ? _texts.Read(name).Text : null));

    private CodeCommand Add(CodeCommand command)
    {
        _commands.Add(command);
        return command;
    }

    private CodeCommand? Opened(object instance) => _open.TryGetValue(instance, out var command) ? command : null;

    // What commands are added to, behind any chain of calls; the operation itself where no variable holds it.
    private object InstanceOf(IOperation operation)
    {
        var current = Operations.Strip(operation);
        while (true)
        {
            switch (current)
            {
                case IInvocationOperation { Instance: { } instance } call when _hosting.IsBuilder(call.TargetMethod.ContainingType):
                    current = Operations.Strip(instance);
                    continue;
                case IPropertyReferenceOperation { Property.Name: "Commands", Instance: { } instance } when _hosting.IsBuilder(instance.Type):
                    current = Operations.Strip(instance);
                    continue;
                case IConditionalAccessInstanceOperation when Accessed(current) is { } accessed:
                    current = Operations.Strip(accessed);
                    continue;
            }

            if (Operations.Referenced(current) is { } symbol)
                return symbol;
            return Operations.AssignedTo(EndOfChain(current)) ?? (object)current;
        }
    }

    private IOperation EndOfChain(IOperation operation)
    {
        while (operation.Parent is IInvocationOperation call && call.Instance == operation && _hosting.IsBuilder(call.TargetMethod.ContainingType) && _hosting.IsBuilder(call.Type))
            operation = call;
        return operation;
    }

    private static IOperation? Accessed(IOperation instance)
    {
        for (var child = instance; child.Parent is { } parent; child = parent)
        {
            if (parent is IConditionalAccessOperation access && access.WhenNotNull == child)
                return access.Operation;
        }

        return null;
    }

    private sealed class InstanceComparer : IEqualityComparer<object>
    {
        public new bool Equals(object? x, object? y) => x is ISymbol a && y is ISymbol b ? SymbolEqualityComparer.Default.Equals(a, b) : ReferenceEquals(x, y);

        public int GetHashCode(object obj) => obj is ISymbol symbol ? SymbolEqualityComparer.Default.GetHashCode(symbol) : System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj);
    }
}
