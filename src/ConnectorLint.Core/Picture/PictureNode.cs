namespace ConnectorLint.Picture;

/// <summary>What stands at the other end of an arrow.</summary>
public enum PictureNodeKind : byte
{
    /// <summary>Anybody.</summary>
    Internet,

    /// <summary>A service in front of, behind or beside Exchange Online.</summary>
    Service,

    /// <summary>A business partner, or domains that a connector names and nothing declares.</summary>
    Partner,

    /// <summary>Another tenant that is trusted.</summary>
    Tenant,

    /// <summary>Your own servers.</summary>
    Servers,

    /// <summary>A device or an application.</summary>
    Device,
}

/// <summary>Something that exchanges mail with Microsoft 365.</summary>
/// <param name="Id">Its id in the picture: "internet", "partner2"; letters and digits only.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Title">Its name, as declared.</param>
/// <param name="Detail">What it is known by, or how it sends; may be empty.</param>
public sealed record PictureNode(string Id, PictureNodeKind Kind, string Title, string Detail)
{
    /// <summary>What it is, in words.</summary>
    public string KindWord => Kind switch
    {
        PictureNodeKind.Internet => "internet",
        PictureNodeKind.Service => "service",
        PictureNodeKind.Partner => "partner",
        PictureNodeKind.Tenant => "trusted tenant",
        PictureNodeKind.Servers => "your servers",
        _ => "device or application",
    };
}
